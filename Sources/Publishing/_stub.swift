enum RoomPublishing {}
