// Who stands behind what is written into a store.
#pragma once

#include <string>

namespace reckoner {

// Who speaks in the review that runs, else the name a person gave in the settings, else the full name of the
// account, else its login.
std::string writerName();
// Until the next name; empty: nobody in particular. On the UI thread, where writerName() is asked.
void letSpeak(const std::string& name);
// Whether it is known who writes: somebody speaks, or a person has given a name.
bool writerNameGiven();
// Kept for this person on this machine. An empty name: the account's again.
void giveWriterName(const std::string& name);

}  // namespace reckoner
