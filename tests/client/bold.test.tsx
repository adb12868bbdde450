// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Bold } from '../../client/parts/Bold.tsx'
import { inLanguage } from '../../client/parts/inLanguage.ts'
import { textIn } from '../../surveys/paper/stations.ts'

// a question typed with an ordinary space broke just before its « ? »
test('what an author types with ordinary spaces is held together: on a phone, in a preview, on paper', () => {
  const typed = 'Vos « besoins » : **lesquels ?** Dites ; merci !'
  const held = 'Vos «\u202fbesoins\u202f»\u202f: lesquels\u202f? Dites\u202f; merci\u202f!'
  expect(render(<Bold text={typed} />).container.textContent).toBe(held)
  for (const said of [textIn(typed, 'fr'), inLanguage({ default: typed }, 'fr')])
    expect(said.replaceAll('**', '')).toBe(held)
  const english = 'Yes: “what?” 3 / 4 ?'
  expect(textIn({ default: typed, en: english }, 'en')).toBe('Yes: “what?” 3 / 4\u202f?')
})
