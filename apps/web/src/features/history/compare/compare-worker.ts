import { compareNotes, type CompareOptions, type NoteNode } from '@kring/live-documents';

export interface CompareTask {
  readonly before: NoteNode;
  readonly after: NoteNode;
  readonly options: CompareOptions;
}

self.addEventListener('message', ({ data }: MessageEvent<CompareTask>) => {
  self.postMessage(compareNotes(data.before, data.after, data.options));
});
