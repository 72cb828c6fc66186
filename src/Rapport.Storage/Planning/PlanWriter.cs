using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Planning;

/// <summary>Brings the touches of some households in line with their plans, inside one transaction.</summary>
internal sealed class PlanWriter(Database database, Session session, DateTimeOffset now)
{
    private const string NoLongerPlanned = "no longer planned";

    private const string Existing =
        $"SELECT {StoredTouches.TouchColumns} FROM touches t WHERE t.practice = @practice AND t.household IN (" + "{0})";

    private const string ById = $"SELECT {StoredTouches.TouchColumns} FROM touches t WHERE t.practice = @practice AND t.id = @id";

    private const string Insert =
        """
        INSERT INTO touches (practice, id, patient, household, program, subject, step, purpose, person_id, address, channel, language,
            not_before, best_at, expires_at, group_key, rule_version, findings, status, reason)
        VALUES (@practice, @id, @patient, @household, @program, @subject, @step, @purpose, @person_id, @address, @channel, @language,
            @not_before, @best_at, @expires_at, @group_key, @rule_version, @findings, @status, @reason)
        """;

    // A changed plan is a new intention under the same key: what was written for the old one is let go.
    private const string Replace =
        """
        UPDATE touches SET household = @household, purpose = @purpose, person_id = @person_id, address = @address, channel = @channel,
            language = @language, not_before = @not_before, best_at = @best_at, expires_at = @expires_at, group_key = @group_key,
            rule_version = @rule_version, findings = @findings, status = @status, reason = @reason,
            message_id = NULL, template = NULL, due_at = NULL
        WHERE practice = @practice AND id = @id AND status IN (0, 1, 2, 3, 20, 21)
        """;

    private const string OpenTask =
        """
        INSERT INTO staff_tasks (practice, patient, program, subject, code, because, opened_at)
        VALUES (@practice, @patient, @program, @subject, @code, @because, @opened_at)
        ON CONFLICT (practice, patient, program, subject, code) DO NOTHING
        """;

    private readonly TouchWithdrawal _withdrawal = new(session, database.Practice);
    private readonly HashSet<(string Household, string Key)> _groupsChanged = [];
    private long _added;
    private long _changed;
    private long _unchanged;

    public SaveResult Write(IReadOnlyList<TouchPlan> plans)
    {
        var existing = ReadExisting(plans);
        foreach (var plan in plans)
        {
            foreach (var touch in plan.Touches)
            {
                Write(touch, existing);
            }

            foreach (var task in plan.Tasks)
            {
                session[OpenTask].Run(
                    database.Practice, task.Patient.Value, task.Program, task.Subject, task.Code, task.Because, now.UtcTicks);
            }
        }

        foreach (var (household, key) in _groupsChanged)
        {
            _withdrawal.WriteGroupAnew(household, key);
        }

        WithdrawWhatIsNotPlanned(plans, existing);
        return new SaveResult(_added, _changed, _unchanged, _withdrawal.Withdrawn);
    }

    private void Write(Touch touch, Dictionary<TouchId, Touch> existing)
    {
        var before = existing.TryGetValue(touch.Id, out var known) ? known : Find(touch.Id);
        if (before is null)
        {
            Add(touch);
            _added++;
        }
        else if (!(before.Status.IsUnsent() || before.Status.MayBecome(TouchStatus.Planned)) || IsSamePlan(before, touch))
        {
            _unchanged++;
            return;
        }
        else
        {
            Change(touch);
            _changed++;
            _groupsChanged.Add((before.Household.Value, before.GroupKey));
        }

        _groupsChanged.Add((touch.Household.Value, touch.GroupKey));
    }

    // A planned touch that has been composed meanwhile is the same plan; one held out by lot is another.
    private static bool IsSamePlan(Touch before, Touch touch) => !before.Status.IsEnd() && !touch.Status.IsEnd()
        && before with { Status = touch.Status, Zones = touch.Zones, Urgency = touch.Urgency } == touch;

    private void WithdrawWhatIsNotPlanned(IReadOnlyList<TouchPlan> plans, Dictionary<TouchId, Touch> existing)
    {
        var planned = plans.SelectMany(p => p.Touches).Select(t => t.Id).ToHashSet();
        var silences = plans.SelectMany(p => p.Silences).ToLookup(s => Touch.IdOf(s.Patient, s.Program, s.Subject, s.Step));
        foreach (var touch in existing.Values.Where(t => t.Status.IsUnsent() && !planned.Contains(t.Id)))
        {
            _withdrawal.WithdrawOne(touch.Id.Value, silences[touch.Id].FirstOrDefault() is { } silence ? ReasonIn(silence.Because) : NoLongerPlanned);
        }
    }

    private static string ReasonIn(ValueList<Finding> because) =>
        because.LastOrDefault(f => f.Bearing is Bearing.Against)?.Because ?? NoLongerPlanned;

    private Dictionary<TouchId, Touch> ReadExisting(IReadOnlyList<TouchPlan> plans)
    {
        var sql = Existing.Replace("{0}", database.ListedIn("@households"), StringComparison.Ordinal);
        using var rows = session[sql].Read(database.Practice, database.ListOf(plans.Select(p => p.Household.Value)));
        var touches = new Dictionary<TouchId, Touch>();
        while (rows.Read())
        {
            var touch = StoredTouches.TouchIn(rows);
            touches[touch.Id] = touch;
        }

        return touches;
    }

    // A touch may still stand under the household that its patient lived in before.
    private Touch? Find(TouchId id)
    {
        using var rows = session[ById].Read(database.Practice, id.Value);
        return rows.Read() ? StoredTouches.TouchIn(rows) : null;
    }

    private void Add(Touch touch) => session[Insert].Run(
        database.Practice, touch.Id.Value, touch.Patient.Value, touch.Household.Value, touch.Program, touch.Subject, touch.Step,
        (int)touch.Purpose, touch.Recipient.PersonId, touch.Recipient.Address, (int)touch.Channel, touch.Language.Tag,
        touch.Window.NotBefore.UtcTicks, touch.Window.BestAt.UtcTicks, touch.Window.ExpiresAt.UtcTicks,
        touch.GroupKey, touch.RuleVersion, StoredTouches.FindingsOf(touch), (int)touch.Status, EndReason(touch));

    private void Change(Touch touch) => session[Replace].Run(
        touch.Household.Value, (int)touch.Purpose, touch.Recipient.PersonId, touch.Recipient.Address, (int)touch.Channel,
        touch.Language.Tag, touch.Window.NotBefore.UtcTicks, touch.Window.BestAt.UtcTicks, touch.Window.ExpiresAt.UtcTicks,
        touch.GroupKey, touch.RuleVersion, StoredTouches.FindingsOf(touch), (int)touch.Status, EndReason(touch),
        database.Practice, touch.Id.Value);

    // A plan may hold a touch that ends at once: held out by lot.
    private static string? EndReason(Touch touch) => touch.Status.IsEnd() ? ReasonIn(touch.Because) : null;
}
