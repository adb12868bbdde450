/** Whatever fails while it is drawn, or never comes through the network, gives way to a page that says so. */
import { Component, type ReactNode } from 'react'

type Props = {
  children: ReactNode
  /** What is shown instead. */
  instead: (error: unknown) => ReactNode
  /** Address of what is drawn: another one is tried anew. */
  at?: string
}

export class Boundary extends Component<Props, { hasFailed: boolean; error: unknown }> {
  override state = { hasFailed: false, error: null as unknown }
  static getDerivedStateFromError = (error: unknown) => ({ hasFailed: true, error })
  override componentDidUpdate({ at }: Props) {
    if (at !== this.props.at && this.state.hasFailed) this.setState({ hasFailed: false, error: null })
  }
  override render() {
    return this.state.hasFailed ? this.props.instead(this.state.error) : this.props.children
  }
}
