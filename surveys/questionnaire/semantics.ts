/** What a field means to the analysis, and its name beside the groups it makes. Stored questionnaires call it `role`. */
export const semantics = [
  { value: 'commune', text: 'Commune d’habitation' },
  { value: 'birth-year', text: 'Année de naissance' },
  { value: 'age-band', text: 'Tranche d’âge' },
  { value: 'household-type', text: 'Type de foyer' },
  { value: 'qf', text: 'Quotient familial' },
  { value: 'sex', text: 'Genre' },
  { value: 'naming', text: 'Accord pour publier le nom de la commune' },
  { value: 'consent', text: 'Accord avant des questions sensibles' },
  { value: 'gate', text: '«\u202fEncore quelques minutes\u202f?\u202f»' },
] as const
