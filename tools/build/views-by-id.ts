interface ViewsById {
  set(id: number, view: object): void;
  get(id: number): object | undefined;
  delete(id: number): void;
}

/**
 * Stands for the `Map` in which Angular finds views by their number (counted up, never used again): a table that is never moved, so
 * that a view that was taken out is kept by nothing. Written into the built server scripts as it stands: it may name nothing outside.
 */
export function viewsById(): ViewsById {
  const SIZE = 16_384;
  const FREE = -1;
  const ids: number[] = new Array<number>(SIZE).fill(FREE);
  const views: (object | undefined)[] = new Array<object | undefined>(SIZE).fill(undefined);
  /** Of views that live as long as 16,384 younger ones. */
  const others = new Map<number, object>();
  return {
    set(id, view) {
      const at = id % SIZE;
      if (ids[at] === FREE || ids[at] === id) {
        ids[at] = id;
        views[at] = view;
      } else others.set(id, view);
    },
    get(id) {
      const at = id % SIZE;
      return ids[at] === id ? views[at] : others.get(id);
    },
    delete(id) {
      const at = id % SIZE;
      if (ids[at] === id) {
        ids[at] = FREE;
        views[at] = undefined;
      } else others.delete(id);
    },
  };
}
