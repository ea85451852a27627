/** The site's paper, ink, harbour blue and coral, with the neighbours an illustration needs to have depth. */
export const palette = {
  paper: '#fbfaf7',
  linen: '#f1e9da',
  sand: '#e6d3b3',
  ink: '#14212b',
  slate: '#2d4351',
  deep: '#0d3b56',
  harbour: '#155d82',
  lagoon: '#3b8ea8',
  mist: '#a9cfd6',
  foam: '#dcebec',
  coral: '#e2654a',
  blush: '#f3b29b',
  ochre: '#dfa23c',
  straw: '#f2d18b',
  sage: '#7d9f84',
  moss: '#41675a',
  plum: '#5d4561',
} as const;

export type Colour = (typeof palette)[keyof typeof palette];
