import { attachmentMediaTypes } from '@kring/contracts';

/** Names beside types: some systems know office documents by their endings alone. */
export const acceptedFiles = [
  ...attachmentMediaTypes,
  '.docx',
  '.xlsx',
  '.pptx',
  '.odt',
  '.ods',
  '.odp',
  '.csv',
].join(',');
