// Versions: what got better, what broke, for whom, and may it ship.
#pragma once

#include "ui/pages/page.h"

namespace reckoner {

class ClassComparePane;
class ComparePane;
class EmptyState;
class EvalSetPane;
class PageTabs;
class RegistryPane;
class RequirementDesk;
class RequirementPane;
class SegmentedChoice;

class VersionsPage final : public Page {
    Q_OBJECT
 public:
    explicit VersionsPage(ReviewSession& session, QWidget* parent = nullptr);
    ~VersionsPage() override;

    void refresh(Aspects aspects) override;
    // Keys of options that belong to one model (PageEntry).
    static std::vector<std::string> modelOptions();

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    // In the order of the tabs.
    enum class Tab { List, Compare, Requirements, Sets };
    Tab tab() const;
    bool severalClasses() const;  // the run has several, and all are looked at
    std::vector<QWidget*> actions() const;
    void showEmpty();
    void place();

    ReviewSession& session_;
    RequirementDesk* desk_;
    PageTabs* tabs_;
    RegistryPane* registry_;
    ComparePane* compare_;
    ClassComparePane* classes_;
    SegmentedChoice* classChoice_;
    RequirementPane* requirements_;
    EvalSetPane* sets_;
    EmptyState* empty_;
};

}  // namespace reckoner
