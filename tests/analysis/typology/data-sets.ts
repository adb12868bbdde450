/** Two published data sets, row by row. */

/**
 * 27 breeds of dogs: size, weight, speed, intelligence, affection, aggressiveness, from 1 on.
 *
 * @source Tenenhaus (2007), Statistique; Saporta (2006), Probabilités, analyse des données et statistique, ch. 10
 */
const breeds = [
  '323222', // Beauceron
  '111112', // Basset
  '323322', // Berger allemand
  '222222', // Boxer
  '111221', // Bull-dog
  '331312', // Bull-mastiff
  '112321', // Caniche
  '111121', // Chihuahua
  '211222', // Cocker
  '323221', // Colley
  '222221', // Dalmatien
  '323312', // Doberman
  '333112', // Dogue allemand
  '222321', // Épagneul breton
  '322211', // Épagneul français
  '323112', // Fox-hound
  '112222', // Fox-terrier
  '322112', // Grand bleu de Gascogne
  '222221', // Labrador
  '323111', // Lévrier
  '331112', // Mastiff
  '111121', // Pékinois
  '323311', // Pointer
  '331212', // Saint-Bernard
  '323211', // Setter
  '111221', // Teckel
  '331211', // Terre-neuve
]

export const dogs = [3, 3, 3, 3, 2, 2].map((categories, at) => ({
  categories,
  codes: breeds.map((codes) => Number(codes[at]) - 1),
}))

/** Inertias of the ten axes, as published. */
export const dogInertias = [0.4816, 0.3847, 0.211, 0.1576, 0.1501, 0.1233, 0.0815, 0.0457, 0.0235, 0.0077]

/**
 * The people aboard the Titanic: class (first, second, third, crew), sex (man, woman), age (child, adult), survived.
 *
 * @source Dawson (1995), Journal of Statistics Education 3; the data set `Titanic` of R
 */
const aboard: [key: string, dead: number, alive: number][] = [
  ['000', 0, 5],
  ['010', 0, 1],
  ['100', 0, 11],
  ['110', 0, 13],
  ['200', 35, 13],
  ['210', 17, 14],
  ['001', 118, 57],
  ['011', 4, 140],
  ['101', 154, 14],
  ['111', 13, 80],
  ['201', 387, 75],
  ['211', 89, 76],
  ['301', 670, 192],
  ['311', 3, 20],
]

const people = aboard.flatMap(([key, dead, alive]) => [
  ...Array.from({ length: dead }, () => [...key].map(Number).concat(0)),
  ...Array.from({ length: alive }, () => [...key].map(Number).concat(1)),
])

const column = (at: number) => people.map((person) => person[at]!)
export const titanic = {
  rows: people.length,
  klass: { categories: 4, codes: column(0) },
  sex: { categories: 2, codes: column(1) },
  age: { categories: 2, codes: column(2) },
  survived: { categories: 2, codes: column(3) },
}
