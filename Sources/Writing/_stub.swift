enum RoomWriting {}
