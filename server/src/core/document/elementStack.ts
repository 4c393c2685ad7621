import type { Span } from '../text/span';

export interface OpenElement {
  readonly name: string;
  readonly span: Span;
}

/** The HTML elements that are open, however unbalanced; asking what one is inside of does not get dearer with depth. */
export interface ElementStack {
  readonly last: OpenElement | undefined;
  /** In which the last one stands. */
  readonly parent: OpenElement | undefined;
  isInside(names: readonly string[]): boolean;
  open(element: OpenElement): void;
  /** Closes the nearest element of this name and all within it; nothing when none is open. */
  close(name: string): void;
}

export function startElementStack(): ElementStack {
  const elements: OpenElement[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0;
  return {
    get last() {
      return elements.at(-1);
    },
    get parent() {
      return elements.at(-2);
    },
    isInside: (names) => names.some(isOpen),
    open(element) {
      elements.push(element);
      count(element.name, 1);
    },
    close(name) {
      if (!isOpen(name)) return;
      for (let element = elements.pop(); element !== undefined; element = elements.pop()) {
        count(element.name, -1);
        if (element.name === name) return;
      }
    },
  };
}
