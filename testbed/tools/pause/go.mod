module seatrial.dev/testbed/pause

go 1.24
