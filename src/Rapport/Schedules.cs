using System.Text.Json;
using Rapport.Core.Planning.Schedules;

namespace Rapport;

/// <summary>The schedule in force: the built-in one, with rows and codes of the practice's own where it has any.</summary>
internal static class Schedules
{
    public static Schedule Load(string? schedulePath, string? codesPath)
    {
        var codes = codesPath is null ? CodeBook.BuiltIn : CodeBook.BuiltIn.With(CodeBook.Parse(File.ReadAllText(codesPath)));
        var builtIn = Schedule.Read(Schedule.BuiltInText, codes);
        if (schedulePath is null)
        {
            return builtIn;
        }

        try
        {
            return builtIn.With(Schedule.Read(File.ReadAllText(schedulePath), codes));
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"The schedule in {schedulePath} cannot be read: {wrong.Message}", wrong);
        }
    }
}
