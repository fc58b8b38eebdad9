#include "core/store/role_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/clean_text.h"
#include "core/store/run_repository.h"

namespace reckoner {

std::vector<RememberedRole> rolesOf(SQLite::Database& database, const std::string& model) {
    SQLite::Statement query(database,
                            "SELECT column_name, role, class_of FROM remembered_role "
                            "WHERE model = ? ORDER BY position");
    query.bind(1, model);
    std::vector<RememberedRole> roles;
    while (query.executeStep())
        roles.push_back({query.getColumn(0).getString(), roleNamed(query.getColumn(1).getString()),
                         query.getColumn(2).getString()});
    return roles;
}

void storeRoles(SQLite::Database& database, const std::string& model,
                const std::vector<RememberedRole>& roles) {
    SQLite::Statement forget(database, "DELETE FROM remembered_role WHERE model = ?");
    forget.bind(1, model);
    forget.exec();
    SQLite::Statement insert(database,
                             "INSERT INTO remembered_role (model, position, column_name, role, class_of) "
                             "VALUES (?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const RememberedRole& role : roles) {
        insert.reset();
        SQLite::bind(insert, model, position++, cleanText(role.column), std::string(name(role.role)),
                     cleanText(role.classOf));
        insert.exec();
    }
}

}  // namespace reckoner
