using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A template states no fact of its own: dates, times, amounts and names come from merge fields, brackets close and hold a field.</summary>
public sealed record FactsAreFields : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var mention in reading.Mentions)
        {
            if (!IsCourtesy(reading, mention))
            {
                yield return new(Codes.InventedFact, $"\"{reading.Passage.Written(mention.From, mention.To)}\" is a fact of its own. Put a merge field in its place, such as {{visit.day}} or {{phone}}.");
            }
        }

        foreach (var token in reading.Passage.Tokens)
        {
            if (token.Kind is TokenKind.Phone or TokenKind.Link or TokenKind.Email)
            {
                yield return new(Codes.InventedFact, $"\"{token.Norm}\" is a fact of its own. Put a merge field in its place, such as {{phone}}.");
            }
        }

        if (!BracketsClose(reading.Passage.Text))
        {
            yield return new(Codes.BrokenPlaceholder, "A brace or bracket does not close, or an optional passage holds no field.");
        }
    }

    /// <summary>The facts that a template may count on: those of the situation and those of its fields, without values.</summary>
    internal static FactSheet Opened(Draft template, FactSheet known)
    {
        var fields = Passage.Of(template, fields: true).Tokens.Where(token => token.Kind is TokenKind.Field);
        var names = known.Facts.Select(fact => fact.Name).Concat(fields.Select(token => token.Norm)).Distinct(StringComparer.Ordinal);
        return new FactSheet([.. names.Select(name => new Fact { Name = name, Value = new FactValue.YesNo(Yes: true) })]);
    }

    // 911 lines, "one question", "today" in a wish: words of courtesy that count nothing.
    private static bool IsCourtesy(DraftReading reading, Mention mention)
    {
        if (IsOfTheSituation(reading, mention) || Counts(reading.Passage, mention))
        {
            return true;
        }

        if (reading.IsSmallTalk && IsOfSmallTalk(reading.Passage, mention))
        {
            return true;
        }

        var isPronoun = mention is Mention.Amount && reading.Passage[mention.From].Norm is "one" or "uno";
        var isToday = mention is Mention.Day { IsToday: true } && reading.Facts.Has("today");
        for (var i = mention.From; i < mention.To; i++)
        {
            if (!reading.Explained[i] && !isPronoun && !isToday)
            {
                return false;
            }
        }

        return true;
    }

    // What a situation says by itself: a birthday is today, the day after a visit one asks about today, a heads-up comes a month ahead.
    private static bool IsOfTheSituation(DraftReading reading, Mention mention) => mention switch
    {
        Mention.Day { IsToday: true } => reading.Facts.AllowsAny(["birthday", "visited", "due"]),
        Mention.Day day => (reading.Facts.Has("monthahead") && IsMonth(reading.Passage, day.From, day.To)) || (reading.Facts.Has("due") && reading.Passage[day.From].Norm is "this" or "este" or "esta" && reading.Passage[day.To - 1].Norm is "week" or "semana" or "month" or "mes"),
        Mention.Amount or Mention.Month => reading.Facts.Has("monthahead") && IsMonth(reading.Passage, mention.From, mention.To),
        _ => false,
    };

    private static bool IsMonth(Passage passage, int from, int to) =>
        Enumerable.Range(from, to - from).Any(i => passage[i].Norm is "month" or "mes" or "months") && !Enumerable.Range(from, to - from).Any(i => char.IsAsciiDigit(passage[i].Norm[0]));

    // "Three answers": it counts the ways to reply.
    private static bool Counts(Passage passage, Mention mention) => mention is Mention.Amount { IsMoney: false }
        && passage[mention.From].Kind is TokenKind.Word && passage.WordAt(mention.To, mention.From) is "answers" or "ways" or "options" or "choices" or "respuestas" or "opciones" or "formas" or "maneras";

    // Tonight, this week, a holiday, two socks: pictures in a note that is not about the reader. Digits, prices and shares still state something.
    private static bool IsOfSmallTalk(Passage passage, Mention mention) => mention switch
    {
        Mention.Day day => day.IsToday || day.IsHoliday || passage[day.To - 1].Norm is "weekend" or "month" or "pasado" or "semana" or "week" or "manana" or "tomorrow" || CalendarWords.Weekday(passage[day.To - 1]) is not null && day.IsBareWeekday,
        Mention.PartOfDay or Mention.Month => true,
        Mention.Clock { Minute: 0, Hour: 12 } => true,
        Mention.Clock clock => passage[clock.From].Kind is TokenKind.Word && clock.Half is HalfOfDay.Unsaid,
        Mention.Amount amount => passage[amount.From].Kind is TokenKind.Word && !amount.IsMoney && amount.Unit is not "percent" && passage.WordAt(amount.To, amount.From) is not ("in" or "out" or "of" or "de" or "percent"),
        _ => false,
    };

    private static bool BracketsClose(string text)
    {
        var (inBracket, inBrace, hasField) = (false, false, false);
        foreach (var mark in text)
        {
            switch (mark)
            {
                case '[' when inBracket || inBrace:
                case '{' when inBrace:
                case '}' when !inBrace:
                case ']' when !inBracket || inBrace || !hasField:
                case '<' or '>':
                    return false;
                case '[':
                    (inBracket, hasField) = (true, false);
                    break;
                case ']':
                    inBracket = false;
                    break;
                case '{':
                    (inBrace, hasField) = (true, true);
                    break;
                case '}':
                    inBrace = false;
                    break;
                default:
                    break;
            }
        }

        return !inBracket && !inBrace;
    }
}
