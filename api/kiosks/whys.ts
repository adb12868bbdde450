/** Why a response of a tablet waits for the staff, in their words. */
export const whys = {
  frozen: 'arrivée après le gel des résultats',
  closed: 'terminée après la fin du questionnaire',
  early: 'terminée avant l’ouverture du questionnaire',
  'trial-over': 'donnée pendant l’essai, qui est terminé',
  refused: 'ne correspond pas au questionnaire publié',
  differs: 'déjà reçue avec d’autres réponses',
  unknown: 'porte sur un questionnaire qui n’existe plus',
  clock: 'porte une date impossible : l’horloge de la tablette était fausse',
  elsewhere: 'porte sur un questionnaire que cette borne ne propose pas',
  stranger: 'vient d’une tablette qui n’est pas une de vos bornes',
  code: 'donnée sans code d’invitation, ou avec un code inconnu ou déjà utilisé',
  unreadable: 'ne peut pas être ouverte : abîmée, ou sa clé n’existe plus',
} as const

export type Why = keyof typeof whys
