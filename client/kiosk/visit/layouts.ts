/** The rows of keys on the screen: an alphabet with its accents in a row of their own, or figures. */
import type { KeyboardName } from '../../../surveys/languages.ts'

export type Layout = { small: string[][]; capital: string[][]; direction: 'ltr' | 'rtl' }

const rows = (lines: string[]) => lines.map((line) => line.split(' '))

/** An alphabet that has capitals. */
const latin = (lines: string[], tag: string): Layout => ({
  small: rows(lines),
  capital: rows(lines.map((line) => line.toLocaleUpperCase(tag))),
  direction: 'ltr',
})
const plain = (lines: string[], direction: Layout['direction']): Layout => {
  const keys = rows(lines)
  return { small: keys, capital: keys, direction }
}

export const layouts: Record<KeyboardName, Layout> = {
  french: latin(
    [
      '1 2 3 4 5 6 7 8 9 0',
      'é è ê ë à â ç ù û î ï ô œ',
      'a z e r t y u i o p',
      'q s d f g h j k l m',
      'w x c v b n ’ , . ? ! - :',
    ],
    'fr',
  ),
  spanish: latin(
    [
      '1 2 3 4 5 6 7 8 9 0',
      'á é í ó ú ü ñ ¿ ¡',
      'q w e r t y u i o p',
      'a s d f g h j k l',
      'z x c v b n m , . ? ! - :',
    ],
    'es',
  ),
  arabic: plain(
    [
      '1 2 3 4 5 6 7 8 9 0',
      'ض ص ث ق ف غ ع ه خ ح ج د',
      'ش س ي ب ل ا ت ن م ك ط ذ',
      'ئ ء ؤ ر ى ة و ز ظ أ إ آ',
      '، . ؟ ! - :',
    ],
    'rtl',
  ),
}

export const figures = plain(['1 2 3', '4 5 6', '7 8 9', '0'], 'ltr')
