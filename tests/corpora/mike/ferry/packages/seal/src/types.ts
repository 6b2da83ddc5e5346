export interface Account {
  id: string;
  name: string;
  sites: string[];
}

export interface Visit {
  date: string;
  site_id: string;
  visits: number;
  conversions: number;
}

export interface Page<T> {
  data: T[];
  next: string | null;
}
