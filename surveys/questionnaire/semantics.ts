/**
 * What a field means to the analysis, and its name beside the groups it makes. Stored questionnaires call it `role`. `leads`: it
 * asks leave, or leads people through, and describes nobody.
 */
export const semantics = [
  { value: 'commune', text: 'Commune d’habitation' },
  { value: 'birth-year', text: 'Année de naissance' },
  { value: 'age-band', text: 'Tranche d’âge' },
  { value: 'household-type', text: 'Type de foyer' },
  { value: 'qf', text: 'Quotient familial' },
  { value: 'sex', text: 'Genre' },
  { value: 'naming', text: 'Accord pour publier le nom de la commune', leads: true },
  { value: 'consent', text: 'Accord avant des questions sensibles', leads: true },
  { value: 'gate', text: '«\u202fEncore quelques minutes\u202f?\u202f»', leads: true },
] as const

/** Says nothing of who answers: nobody is told apart by it. */
export const isLeading = (semantic: unknown): boolean =>
  semantics.some((one) => one.value === semantic && 'leads' in one)
