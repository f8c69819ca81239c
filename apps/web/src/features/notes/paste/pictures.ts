/** The pictures in what was pasted: those that came along, and how many stand elsewhere. */
export interface Pictures {
  readonly files: readonly File[];
  readonly leftOut: number;
}

/** Pictures that nobody sees: those that count visitors, and signs beside words. */
const unseen = '[hidden], [aria-hidden="true"], [width="0"], [width="1"], [height="0"], [height="1"]';
const carried = /^data:(image\/(?:png|jpeg|webp));base64,([a-z0-9+/=\s]+)$/i;

/** Kring fetches nothing from another place: a picture comes in when its bytes are in the HTML itself. Null without any. */
export function picturesIn(html: string): Pictures | null {
  // Its elements are never part of a page, so that nothing is loaded for them.
  const { body } = new DOMParser().parseFromString(onlyPictures(html), 'text/html');
  const all = [...body.querySelectorAll('img')].filter((image) => !image.matches(unseen));
  if (all.length === 0) return null;
  const files = all.flatMap((image, index) => fileOf(image, index) ?? []);
  return { files, leftOut: all.length - files.length };
}

/** The policy of the page reports styles and handlers that are only read, too. */
function onlyPictures(html: string): string {
  return (html.match(/<img\b[^>]*>/gi) ?? [])
    .map((tag) => tag.replace(/\s(?:style|on\w+|srcset)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''))
    .join('');
}

function fileOf(image: HTMLImageElement, index: number): File | null {
  const [, type = '', data = ''] = carried.exec(image.getAttribute('src') ?? '') ?? [];
  if (type === '') return null;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new File([bytes], `${index + 1}.${type.slice('image/'.length)}`, { type });
  } catch {
    return null;
  }
}
