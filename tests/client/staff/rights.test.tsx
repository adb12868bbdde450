// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Button } from '../../../client/parts/forms/Button.tsx'
import { submits, useSaving } from '../../../client/parts/staff/useSaving.ts'
import { RightsDialog } from '../../../client/staff/accounts/RightsDialog.tsx'
import { Unheld } from '../../../client/staff/accounts/Unheld.tsx'

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

// « Indiquez le nom » stayed above the name once it was typed
test('what was wrong in an invitation is no longer said once it is put right', () => {
  const nothing = () => {}
  const team = { people: [], roles: [], questionnaires: [] } as unknown as Parameters<typeof RightsDialog>[0]['team']
  render(<RightsDialog team={team} person={null} onClose={nothing} onInvited={nothing} onChanged={nothing} />)
  fireEvent.click(screen.getByText('Créer le lien'))
  screen.getByText('Indiquez le nom de la personne.')
  fireEvent.input(screen.getByLabelText('Prénom et nom'), { target: { value: 'Camille' } })
  expect(screen.queryByText('Indiquez le nom de la personne.')).toBeNull()
})

/** Work that lasts until it is told to end, and how often it was begun. */
function aWork() {
  let begun = 0
  let end = () => {}
  const work = () => {
    begun++
    return new Promise<void>((resolve) => {
      end = resolve
    })
  }
  return { work, begun: () => begun, end: () => end() }
}

type Works = Record<'press' | 'send' | 'save', () => Promise<void>>

function Page({ press, send, save }: Works) {
  const [, saving] = useSaving(() => {})
  return (
    <form onSubmit={submits(send)}>
      <Button onClick={press}>Presser</Button>
      <Button onClick={() => void saving(save)}>Garder</Button>
      <Button type="submit">Envoyer</Button>
    </form>
  )
}

// a double click on « Créer le lien » made two links
test('a link of invitation is asked for once, however often one presses while it is being made', () => {
  const sent = vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}))
  const nothing = () => {}
  const team = { people: [], roles: [], questionnaires: [] } as unknown as Parameters<typeof RightsDialog>[0]['team']
  render(<RightsDialog team={team} person={null} onClose={nothing} onInvited={nothing} onChanged={nothing} />)
  fireEvent.input(screen.getByLabelText('Prénom et nom'), { target: { value: 'Camille' } })
  fireEvent.click(screen.getAllByRole('radio', { hidden: true })[0]!)
  for (let press = 0; press < 3; press++) fireEvent.click(screen.getByText('Créer le lien'))
  expect(sent).toHaveBeenCalledTimes(1)
  sent.mockRestore()
})

test('a button, a form and what is saved act once at a time, and again once they are done', async () => {
  const [pressed, submitted, saved] = [aWork(), aWork(), aWork()]
  render(<Page press={pressed.work} send={submitted.work} save={saved.work} />)
  const each = [
    ['Presser', pressed],
    ['Envoyer', submitted],
    ['Garder', saved],
  ] as const
  for (const [name, { begun, end }] of each) {
    const press = () => fireEvent.click(screen.getByText(name))
    press()
    press()
    expect([name, begun()]).toEqual([name, 1])
    end()
    await vi.waitFor(() => {
      press()
      expect([name, begun()]).toEqual([name, 2])
    })
    end()
  }
})

// the first account has no « Saisie », and nothing said how one comes by it
test('rights that no active account has are named, with how one comes by them', () => {
  type Given = Parameters<typeof Unheld>[0]
  const roles = ['admin', 'saisie', 'pilot'].map((role) => ({ role, name: role, may: '' })) as Given['roles']
  const person = (own: string[], state = 'active') => ({ roles: own, state }) as unknown as Given['people'][number]
  const said = (...people: Given['people']) => {
    cleanup()
    return render(<Unheld people={people} roles={roles} />).container.textContent!.replace(/[\u00a0\u202f]/g, ' ')
  }
  expect(said(person(['admin']), person(['pilot'], 'revoked'))).toMatch(
    /^Personne n’a encore ces droits : saisie, pilot\.Nul ne se donne un droit de plus\./,
  )
  expect(said(person(['admin']), person(['pilot']))).toContain('ce droit : saisie.')
  expect(said(person(['admin', 'saisie', 'pilot']))).toBe('')
})
