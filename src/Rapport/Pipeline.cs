using Rapport.Connectors;
using Rapport.Connectors.Outbox;
using Rapport.Connectors.Smtp;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Delivery;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Replies;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Delivery;
using Rapport.Engine.Explaining;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;
using Rapport.Formats.ICalendar;
using Rapport.Settings;
using Rapport.Storage.Sqlite;

namespace Rapport;

/// <summary>The composition root: every part is made here, once, and nowhere else.</summary>
public sealed class Pipeline : IDisposable
{
    private readonly SqliteDatabase _database;

    /// <param name="settings">Checked settings.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="carrier">Carries messages instead of what the settings name.</param>
    public Pipeline(RapportSettings settings, TimeProvider clock, ISender? carrier = null)
    {
        var practice = settings.Practice;
        _database = SqliteDatabase.Open(new SqliteOptions(settings.DatabasePath, practice.Id, settings.EncryptionKey));
        var pack = TemplatePack.BuiltIn;
        var calendar = EducationCalendar.Load();
        var due = new ScheduledServices(Schedules.Load(settings.SchedulePath, settings.CodesPath), practice);
        var planner = new Planner(
            [new AppointmentProgram(), new FollowUpProgram(), new RecallProgram(due), new MomentsProgram(), new EducationProgram(calendar)],
            Planner.DefaultRules);
        var shelf = new TemplateShelf(pack);
        var shelving = new Shelving(_database.Templates, _database.Voices, shelf);
        var composer = new Composer(
            shelf,
            [new PersonFacts(), new VisitFacts(), new FollowUpFacts(), new RecallFacts(due), new EducationFacts(calendar)],
            new MessageCheck());
        var pictures = new Pictures(_database.Households, practice);
        OutboxFolder = new OutboxFolderSender(settings.OutboxPath);
        var sender = carrier ?? (settings.Smtp is { } smtp ? new SenderByChannel(new Dictionary<Channel, ISender> { [Channel.Email] = new SmtpSender(smtp, clock) }, OutboxFolder) : OutboxFolder);

        Practice = practice;
        Clock = clock;
        Touches = _database.Touches;
        Outbox = _database.Outbox;
        Records = _database.Records;
        Import = new ImportStep(_database.Records, _database.Households, practice, clock);
        Planning = new PlanningStep(pictures, _database.Touches, planner, practice, pack.Languages, clock);
        Composing = new ComposingStep(_database.Messages, pictures, composer, shelving, Planning.Context);
        Delivery = new DeliveryStep(_database.Outbox, sender, pictures, new Gate(planner, composer), new OutgoingMail(practice, new VisitCalendar()), shelving, Planning.Context);
        Explaining = new ExplainDesk(pictures, _database.Touches, _database.Records, planner, Planning.Context);
        Writing = new WritingRoom(settings, _database, shelf, shelving, pictures, planner, composer, Planning.Context, clock);
        Replies = new ReplyDesk(pictures, _database.Households, _database.Records, new FactLines(due), Writing.Model, Planning.Context);
    }

    public Core.Records.Practice Practice { get; }

    public TimeProvider Clock { get; }

    public OutboxFolderSender OutboxFolder { get; }

    public IRecordStore Records { get; }

    public ITouchStore Touches { get; }

    public IOutbox Outbox { get; }

    public ImportStep Import { get; }

    public PlanningStep Planning { get; }

    public ComposingStep Composing { get; }

    public DeliveryStep Delivery { get; }

    public ExplainDesk Explaining { get; }

    /// <summary>Words that are written here, and what people decide about them.</summary>
    public WritingRoom Writing { get; }
    /// <summary>Suggests answers to staff; it has no sender.</summary>
    public ReplyDesk Replies { get; }

    /// <summary>Sends what is due and brings the outbox folder's page up to date.</summary>
    public async Task<DeliveryResult> DeliverAsync(CancellationToken ct)
    {
        var result = await Delivery.RunAsync(null, ct);
        if (result.Sent > 0)
        {
            await OutboxFolder.WriteIndexAsync(ct);
        }

        return result;
    }

    public void Dispose()
    {
        Writing.Dispose();
        _database.Dispose();
    }
}
