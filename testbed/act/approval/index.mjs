import { connect } from 'node:net';

const environment = process.env.INPUT_ENVIRONMENT;
const socket = connect(process.env.SEATRIAL_LOOP_APPROVALS);
socket.setEncoding('utf8');
socket.write(`${environment}\n`);
let answer = '';
for await (const chunk of socket) answer += chunk;
if (answer.trim() !== 'approved') {
  console.log(`::error::${environment} was not approved`);
  process.exit(1);
}
console.log(`${environment} was approved`);
