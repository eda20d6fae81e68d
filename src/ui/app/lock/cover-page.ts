/**
 * Takes the app out of the page, and puts it back as it was.
 *
 * [Note: Covered, not unmounted] While the page is covered, what the app drew hangs in no document: nothing reads it,
 * finds it, prints it or takes a picture of it. It is not unmounted, because then whatever somebody had typed and a form
 * had not yet kept would be gone, and with it the place where they were. The key is in memory all the while, so words in
 * memory are no less safe. Being locked unmounts and forgets everything.
 */
export interface CoverPage {
  readonly cover: () => void;
  readonly uncover: () => void;
}

/** Covers a page: `root` holds the app and `cover` what stands in its place. Both ways are done when the call returns. */
export const createCoverPage = (page: Document, root: HTMLElement, cover: HTMLElement): CoverPage => {
  let putBack: (() => void) | null = null;
  const { title } = page;
  return {
    cover: () => {
      if (putBack !== null) return;
      putBack = rememberPlace(page, root);
      root.replaceWith(cover);
      page.title = "Strandline";
    },
    uncover: () => {
      if (putBack === null) return;
      cover.replaceWith(root);
      page.title = title;
      putBack();
      putBack = null;
    },
  };
};

/** Where somebody is: how far down, in which field, at which letter. */
const rememberPlace = (page: Document, root: HTMLElement): (() => void) => {
  const focused =
    page.activeElement instanceof HTMLElement && root.contains(page.activeElement) ? page.activeElement : null;
  const restoreSelection = selectionIn(focused);
  const scrolled = [page.documentElement, ...root.querySelectorAll("*")]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => [element, element.scrollTop, element.scrollLeft] as const);
  return () => {
    openDialogsAgain(root);
    for (const [element, top, left] of scrolled) element.scrollTo({ top, left, behavior: "instant" });
    focused?.focus({ preventScroll: true });
    restoreSelection();
  };
};

/** A dialog that leaves the page is no longer above it, whatever it says of itself. Every dialog of this app is. */
const openDialogsAgain = (root: HTMLElement): void => {
  for (const dialog of root.querySelectorAll<HTMLDialogElement>("dialog[open]")) {
    dialog.removeAttribute("open");
    dialog.showModal();
  }
};

const selectionIn = (field: HTMLElement | null): (() => void) => {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  // Ticks, dates and numbers have none.
  if (!isText || field.selectionStart === null) return () => undefined;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  return () => {
    field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
  };
};
