import { StylePage } from '../../features/style/components/style-page.tsx';

export function Component() {
  return <StylePage />;
}
