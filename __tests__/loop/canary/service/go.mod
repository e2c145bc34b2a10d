module seatrial.dev/canary-service

go 1.24
