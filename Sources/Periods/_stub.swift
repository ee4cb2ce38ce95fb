enum RoomPeriods {}
