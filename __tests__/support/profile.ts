/** A CPU profile of a program of ours that fills and raises strings for 0.4 s, as runtime/pprof wrote it. */
export const cpuProfile = Buffer.from(
  [
    'H4sIAAAAAAAE/3yQz2sbRxTHO/tDml3J1rNsl0GHdrW0ZVHprjSSZekvaE+ltLca445WI7FYuyv2h2vf9k8oxe0lhjixDwnEBBOI',
    'fQoOIeQQk0PIMcbBJ/8DOQQfElaREofgzOW9mff9vO+b98v927f29+6+fE1UCSMQVAmLIP32ZOfsAfpzlP+V7J1JOmBEnm/uCrqM',
    'ERwrgCo5jEAmspYxnip6AQvk8eG+oEtYABFQRcUCZElWw4aoAxbJi4f/CrqMRbgpAKrksAgKUTTV+A8V84Ag2TuTVBEJoj6PJXJ+',
    'cF3QJSxBWZewDD8AqqhYghzJaXlDq6hYhikypU0bZR2wTN5s7r6f65kCqDgFBUh2Hv2sSpIsiHoBZ8jJwcfJirmxHc5gUQecJf8f',
    'b6d4Bi7Q6FsZKJCCBsYpKioTbVYHjMk/N+6kyiycSyNlFmbIjFY0ziW9gBVy7fCSTX6MqiJWUh+VJBOfUwSXWqulIkaQJIlAkqN9',
    'wZitzrVQaQ4LkCRbJ/defUuSo600GvOlEhZT5cXb9CCSbE9S42v6Fc2GzB0OeEhl24+9iIr2MKY5j3l+yG3f64ZUjRyXm384ns3p',
    'N1YcBtbAt9nA6vtWGNhW5LjcihyXm32fKi5zPNNljkdnrcgdWn3/bz9YtYaB3zP7Ps0HsRc5Ljdd5ni0bMVhYH3SLYhH9RSwzb5P',
    'YfxgphNFjsupcTWU1lc8v8dW+YhN7+a4wa/M82n5y2wKzYz1Hwxr9MerqXAjXBk4Xry+wtxus2GGdDqMAsfrh+bvfMhZRL/7HB4r',
    'JjF1/X68rJ86sTPo1uvNhcX6YrvZtDrVas3i66OF9KjRaTN7oVHr8FZzodOpcc47Nu0t8hZr1ViDtVm1QbvNdp1mlta6ob9M1aW1',
    'cCO02WCw/C4AAP//rX5p9LYDAAA=',
  ].join(''),
  'base64',
);
