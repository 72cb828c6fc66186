using Rapport.Connectors.LanguageModels;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Planning;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Records;
using Rapport.Settings;
using Rapport.Storage.Sqlite;

namespace Rapport;

/// <summary>The parts of a run that have to do with words written here: made once, like the rest of the pipeline.</summary>
public sealed class WritingRoom : IDisposable
{
    private readonly ChatLanguageModel? _chat;
    private readonly IModelLog _log;
    private readonly Func<DateTimeOffset> _dayBeganAt;

    internal WritingRoom(RapportSettings settings, SqliteDatabase database, TemplateShelf shelf, Shelving shelving, Pictures pictures, Planner planner, Composer composer, Func<PlanningContext> context, TimeProvider clock)
    {
        Policy = settings.Writing.Policy;
        Account = settings.ModelAccount ?? new ModelAccount(0, 0, 0);
        Shelving = shelving;
        Templates = new TemplateDesk(database.Templates, shelving, settings.Writing.Reviewers, clock);
        Trial = new TemplateTrial(pictures, planner, composer, context);
        Forecasts = new ForecastDesk(pictures, planner, context, shelving.ReadVoices);
        Voices = new VoiceDesk(database.Voices, clock);
        Evaluations = new EvaluationDesk(shelf.Pack, Policy, Account, clock);
        _log = database.ModelLog;
        _dayBeganAt = () => context().At(context().Today, TimeOnly.MinValue);
        if (settings.Model is { } options)
        {
            _chat = ChatLanguageModel.Create(options, clock);
            Model = new AccountedModel(_chat, database.ModelLog, Account, clock, _dayBeganAt);
            Writer = new TemplateWriter(Model);
            Step = new WritingStep(Writer, database.Templates, database.ModelLog, database.Voices, shelf.Pack, Policy, settings.Writing.Modes, clock);
        }
    }

    public WritingPolicy Policy { get; }

    public ModelAccount Account { get; }

    public Shelving Shelving { get; }

    public TemplateDesk Templates { get; }

    public TemplateTrial Trial { get; }

    public ForecastDesk Forecasts { get; }

    public VoiceDesk Voices { get; }

    public EvaluationDesk Evaluations { get; }

    public IModelLog Log => _log;

    /// <summary>Null where no language model is configured: then all words come from the pack and from people.</summary>
    public AccountedModel? Model { get; }

    public TemplateWriter? Writer { get; }

    public WritingStep? Step { get; }

    /// <summary>Has words written for what the coming month wants; null without a model.</summary>
    public async Task<WritingResult?> WriteAheadAsync(CancellationToken ct)
    {
        if (Step is null)
        {
            return null;
        }

        var forecast = Forecasts.Look(ForecastDesk.Month, ct);
        var result = await Step.RunAsync(forecast.Demand, forecast.Messages, ct);
        Shelving.Refresh();
        return result;
    }

    /// <summary>The same, at most once a day: what a day of the practice wants is known in the morning.</summary>
    public async Task<WritingResult?> WriteAheadOnceADayAsync(CancellationToken ct) =>
        Step is not null && !_log.Since(_dayBeganAt()).Any(c => c.Task is ModelTask.Templates && c.ReachedModel) ? await WriteAheadAsync(ct) : null;

    public void Dispose() => _chat?.Dispose();
}
