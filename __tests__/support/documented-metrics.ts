/** Exposition text as ingress-nginx, Traefik and OpenTelemetry document it, with the numbers of a test. */

export const nginxText = (canary: string, failed: number, quick: number, all: number): string => `
# TYPE nginx_ingress_controller_requests counter
nginx_ingress_controller_requests{canary="${canary}",controller_class="k8s.io/ingress-nginx",controller_namespace="ingress-nginx",controller_pod="controller-1",host="shop.example",ingress="shop",method="GET",namespace="prod",path="/",service="shop",status="200"} ${all - failed}
nginx_ingress_controller_requests{canary="${canary}",controller_class="k8s.io/ingress-nginx",controller_namespace="ingress-nginx",controller_pod="controller-1",host="shop.example",ingress="shop",method="GET",namespace="prod",path="/",service="shop",status="503"} ${failed}
nginx_ingress_controller_requests{canary="",controller_class="k8s.io/ingress-nginx",controller_namespace="ingress-nginx",controller_pod="controller-1",host="shop.example",ingress="shop",method="GET",namespace="prod",path="/api",service="shop-api",status="503"} 77
nginx_ingress_controller_request_duration_seconds_bucket{canary="${canary}",controller_namespace="ingress-nginx",controller_pod="controller-1",ingress="shop",namespace="prod",service="shop",status="200",le="0.1"} ${quick}
nginx_ingress_controller_request_duration_seconds_bucket{canary="${canary}",controller_namespace="ingress-nginx",controller_pod="controller-1",ingress="shop",namespace="prod",service="shop",status="200",le="+Inf"} ${all}
`;

export const traefikText = (service: string, ok: number, failed: number): string => `
traefik_service_requests_total{code="200",method="GET",protocol="http",service="${service}"} ${ok}
traefik_service_requests_total{code="502",method="GET",protocol="http",service="${service}"} ${failed}
traefik_service_request_duration_seconds_bucket{code="200",method="GET",protocol="http",service="${service}",le="0.1"} ${ok - 1}
traefik_service_request_duration_seconds_bucket{code="200",method="GET",protocol="http",service="${service}",le="+Inf"} ${ok}
`;

export const otelText = (name: string, code: string, ok: string, bad: string, bound: string): string => `
# TYPE ${name} histogram
${name}_bucket{${code}="${ok}",http_route="/orders",le="${bound}"} 80
${name}_bucket{${code}="${ok}",http_route="/orders",le="+Inf"} 90
${name}_count{${code}="${ok}",http_route="/orders"} 90
${name}_bucket{${code}="${bad}",http_route="/orders",le="${bound}"} 4
${name}_bucket{${code}="${bad}",http_route="/orders",le="+Inf"} 4
${name}_count{${code}="${bad}",http_route="/orders"} 4
${name}_count{${code}="${ok}",http_route="/healthz"} 500
`;
