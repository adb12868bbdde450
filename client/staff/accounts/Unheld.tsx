/** Rights that no account has: the pages they open are in nobody's menu, and nobody raises their own. */
import type { staff } from '../../../api/wire/public.ts'

export function Unheld({ people, roles }: Pick<staff.Team, 'people' | 'roles'>) {
  const held = new Set(people.filter(({ state }) => state === 'active').flatMap((person) => person.roles))
  const names = roles.filter(({ role }) => !held.has(role)).map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <div className="notice">
      <p>
        Personne n’a encore {names.length > 1 ? 'ces droits' : 'ce droit'}
        {'\u202f'}: {names.join(', ')}.
      </p>
      <p>
        Nul ne se donne un droit de plus. Invitez quelqu’un, ou ajoutez le droit à un collègue par «{'\u202f'}Droits
        {'\u202f'}»{'\u202f'}; pour vous-même, demandez-le à une autre personne qui a «{'\u202f'}Administration
        {'\u202f'}
        ».
      </p>
    </div>
  )
}
