/** Observation of places, in rows: the moment, the weather, rough ages and what people do there. */

export const moments = [
  { value: 'morning', text: 'Matin', hours: '8 h – 12 h', from: 0 },
  { value: 'midday', text: 'Midi', hours: '12 h – 14 h', from: 12 },
  { value: 'afternoon', text: 'Après-midi', hours: '14 h – 17 h', from: 14 },
  { value: 'late-afternoon', text: 'Fin d’après-midi', hours: '17 h – 20 h', from: 17 },
  { value: 'evening', text: 'Soirée', hours: '20 h – 22 h', from: 20 },
  { value: 'night', text: 'Nuit', hours: 'après 22 h', from: 22 },
] as const
export type Moment = (typeof moments)[number]['value']

/** @param hour of the day, 0 to 23 */
export const momentAt = (hour: number): Moment => moments.findLast(({ from }) => from <= hour)?.value ?? 'morning'

/** Ages as they seem: nobody is asked anything. */
export const seenAges = [
  { value: 'under-11', text: 'Moins de 11 ans' },
  { value: '11-14', text: '11 à 14 ans' },
  { value: '15-17', text: '15 à 17 ans' },
  { value: '18-25', text: '18 à 25 ans' },
  { value: 'over-25', text: 'Plus de 25 ans' },
] as const
export type SeenAge = (typeof seenAges)[number]['value']

export const uses = [
  { value: 'talk', text: 'Discuter' },
  { value: 'play', text: 'Jouer' },
  { value: 'sport', text: 'Faire du sport' },
  { value: 'wait', text: 'Attendre' },
  { value: 'phone', text: 'Être sur son téléphone' },
  { value: 'eat', text: 'Manger' },
  { value: 'pass', text: 'Passer' },
] as const
export type Use = (typeof uses)[number]['value']

export const weathers = [
  { value: 'dry', text: 'Sec' },
  { value: 'rain', text: 'Pluie' },
  { value: 'cold', text: 'Froid' },
  { value: 'hot', text: 'Forte chaleur' },
] as const
export type Weather = (typeof weathers)[number]['value']
