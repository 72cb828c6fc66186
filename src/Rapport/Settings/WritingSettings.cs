using Microsoft.Extensions.Configuration;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Settings;

/// <summary>How much is written ahead, and what of it a person must see.</summary>
public sealed record WritingSettings(WritingPolicy Policy, ApprovalModes Modes, Reviewers Reviewers)
{
    public static WritingSettings Default { get; } = new(new WritingPolicy(), ApprovalModes.EachByAPerson, Reviewers.Anybody);

    private static readonly string[] ModeNames = ["each", "sample", "auto"];

    internal static WritingSettings Of(IConfigurationSection section, List<string> problems)
    {
        var usual = new WritingPolicy();
        var modes = section.GetSection("approval");
        var policy = new WritingPolicy
        {
            VariantsPerCall = SettingsReader.Whole(section, "variantsPerCall", usual.VariantsPerCall, 1, 8, problems),
            MostVariants = SettingsReader.Whole(section, "mostVariants", usual.MostVariants, 1, 40, problems),
            MostCallsPerThousandMessages = SettingsReader.Whole(section, "callsPerThousandMessages", usual.MostCallsPerThousandMessages, 0, 1_000, problems),
            MostUses = SettingsReader.Whole(section, "usesUntilRetired", usual.MostUses, 10, 1_000_000, problems),
            OneDrillIn = SettingsReader.Whole(section, "oneDrillIn", usual.OneDrillIn, 0, 1_000, problems),
        };
        return new WritingSettings(policy, new ApprovalModes(
            ModeOf(modes.Value is null ? modes : section, modes.Value is null ? "otherwise" : "approval", problems),
            modes.GetChildren().Where(c => c.Key is not "otherwise").ToDictionary(c => c.Key, c => ModeOf(modes, c.Key, problems), StringComparer.Ordinal)), ReviewersOf(section.GetSection("reviewers")));
    }

    private static Reviewers ReviewersOf(IConfigurationSection section) => new(section.GetChildren().ToDictionary(
        person => person.Key, person => (ValueList<Language>)[.. person.GetChildren().Select(l => l.Value).OfType<string>().Select(Language.From)], StringComparer.Ordinal));

    private static ApprovalMode ModeOf(IConfiguration section, string name, List<string> problems) =>
        Enum.Parse<ApprovalMode>(SettingsReader.OneOf(section, name, "each", ModeNames, problems), ignoreCase: true);
}
