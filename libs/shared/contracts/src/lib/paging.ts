export interface Page<T> {
  items: T[];
  total: number;
  /** 1-based. */
  page: number;
  pageSize: number;
}

export const PAGE_SIZE = { default: 25, max: 100 } as const;
