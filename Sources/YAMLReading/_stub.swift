enum RoomYAMLReading {}
