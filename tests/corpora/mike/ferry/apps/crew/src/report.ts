import { roster, seal } from './http.js';

interface Shift {
  crew: string;
  route: string;
  from: string;
  to: string;
}

const shifts = (await roster.get<Shift[]>('/shifts/today')).data;
const routes = [...new Set(shifts.map((shift) => shift.route))];

for (const route of routes) {
  const { data } = await seal.get('/stats/pages', { params: { site_id: 'ferry-crew', path: `/routes/${route}` } });
  const crew = shifts.filter((shift) => shift.route === route).map((shift) => shift.crew);
  console.log(route, data.data[0]?.visits ?? 0, crew.join(', '));
}
