/** The rows of keys on the screen: French with its accents in a row of their own, Arabic, and figures. */

export type Layout = { small: string[][]; capital: string[][] }

const rows = (lines: string[]) => lines.map((line) => line.split(' '))
const azerty = [
  '1 2 3 4 5 6 7 8 9 0',
  'é è ê ë à â ç ù û î ï ô œ',
  'a z e r t y u i o p',
  'q s d f g h j k l m',
  'w x c v b n ’ , . ? ! - :',
]
export const french: Layout = { small: rows(azerty), capital: rows(azerty.map((line) => line.toLocaleUpperCase('fr'))) }

const arabicRows = rows([
  '1 2 3 4 5 6 7 8 9 0',
  'ض ص ث ق ف غ ع ه خ ح ج د',
  'ش س ي ب ل ا ت ن م ك ط ذ',
  'ئ ء ؤ ر ى ة و ز ظ أ إ آ',
  '، . ؟ ! - :',
])
export const arabic: Layout = { small: arabicRows, capital: arabicRows }

const figureRows = rows(['1 2 3', '4 5 6', '7 8 9', '0'])
export const figures: Layout = { small: figureRows, capital: figureRows }
