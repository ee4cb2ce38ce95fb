enum RoomTemplating {}
