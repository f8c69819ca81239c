import { attachmentEndpoints, type Attachment } from '@kring/contracts';
import { upload, uploadName, type UploadOptions } from '../../../lib/api/upload.ts';

/** Sends a file to a note. Throws `ApiError` only. */
export function uploadFile(noteId: string, file: File, options: UploadOptions): Promise<Attachment> {
  const input = { params: { noteId }, query: { name: uploadName(file) } };
  return upload(attachmentEndpoints.uploadAttachment, input, file, options);
}
