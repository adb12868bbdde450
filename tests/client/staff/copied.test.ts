// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '../../../client/parts/staff/leaving.ts'
import { notifyProblem } from '../../../client/parts/staff/Toasts.tsx'

// another file of the same worker may have loaded it as it is
vi.hoisted(() => vi.resetModules())
vi.mock('../../../client/parts/staff/Toasts.tsx', () => ({ notify: vi.fn(), notifyProblem: vi.fn() }))

// files of a worker share a document
afterEach(() => document.body.replaceChildren())

// « enregistrez le fichier » was said of a link, which is in no file
test('where the browser refuses to copy, the link is selected for one to copy', async () => {
  document.body.innerHTML = '<input value="https://ici.example/q/garde" readonly><p>Bonjour.</p>'
  const link = document.querySelector('input')!
  await copyText(link.value, 'Le lien est copié.', link)
  expect([link.selectionStart, link.selectionEnd]).toEqual([0, link.value.length])
  expect(vi.mocked(notifyProblem).mock.lastCall![0]).toMatch(/Ctrl \+ C/)
  await copyText('Bonjour.', 'Copié.', document.querySelector('p'))
  expect(String(getSelection())).toBe('Bonjour.')
})
