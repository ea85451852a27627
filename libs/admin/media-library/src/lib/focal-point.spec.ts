import { fireEvent, render, screen, within } from '@testing-library/angular';
import { FocalPoint } from './focal-point';
import { anImage } from '@reihe/shared-testing';

async function open(disabled = false) {
  const points: object[] = [];
  const { container } = await render(FocalPoint, {
    inputs: { image: anImage({ width: 1200, height: 1200 }), value: { x: 50, y: 50 }, disabled },
    on: { value: (point) => points.push(point) },
  });
  const picture = container.querySelector<HTMLElement>('.picture') ?? document.body;
  picture.getBoundingClientRect = () => new DOMRect(100, 50, 400, 200);
  return { points, picture };
}

describe('the focal point', () => {
  it('is set by a click on the image', async () => {
    const { points, picture } = await open();
    fireEvent.click(picture, { clientX: 200, clientY: 200 });
    expect(points).toEqual([{ x: 25, y: 75 }]);
  });

  it('is set by two sliders, which say where it is', async () => {
    const { points } = await open();
    const slider = screen.getByRole('slider', { name: /From the top/ });
    expect(slider).toHaveAttribute('aria-valuetext', '50%');
    fireEvent.input(slider, { target: { value: '10' } });
    expect(points).toEqual([{ x: 50, y: 10 }]);
  });

  it('shows what each crop keeps', async () => {
    await open();
    const [wide] = within(screen.getByRole('list', { name: 'How it is cut' })).getAllByRole('listitem');
    const image = wide?.querySelector('img') as HTMLElement;
    expect(parseFloat(image.style.marginBlockStart)).toBeCloseTo(-21.9, 1);
    fireEvent.input(screen.getByRole('slider', { name: /From the top/ }), { target: { value: '0' } });
    expect(parseFloat(image.style.marginBlockStart)).toBeCloseTo(0);
  });

  it('stays where it is for those who may not change it', async () => {
    const { points, picture } = await open(true);
    fireEvent.click(picture, { clientX: 200, clientY: 200 });
    expect(screen.getByRole('slider', { name: /From the top/ })).toBeDisabled();
    expect(points).toEqual([]);
  });
});
