/** What the strength of a finding means to whoever decides on it: the same beside a figure on a page and in a document. */
export const strengthMeans = {
  solide: 'on peut s’y appuyer',
  indicatif: 'un ordre de grandeur, pas un chiffre exact',
  fragile: 'à confirmer avant de décider',
  'non concluant': 'ces réponses ne permettent pas de trancher',
} as const
