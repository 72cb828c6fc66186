namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>What the words of a text fact hold: names, links, days, times and amounts.</summary>
internal sealed partial class KnownFacts
{
    private void ReadText(string name, Role role, string words, bool isGuarded)
    {
        var passage = Passage.Of(words, _isSpanish);
        if (name is "mode" or "visit.mode")
        {
            License("mode_" + Fold.Of(words), isGuarded: false);
        }

        Phrases.Add(string.Join(' ', passage.Tokens.Select(token => token.Norm)));
        foreach (var token in passage.Tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Phone:
                    Phones.Add(token.Norm);
                    break;
                case TokenKind.Link or TokenKind.Email:
                    Links.Add(token.Norm);
                    break;
                default:
                    License(token.Norm, isGuarded);
                    if (!isGuarded && !name.StartsWith("patient_question", StringComparison.Ordinal) && !name.StartsWith("patient_said", StringComparison.Ordinal) && !name.Contains("asked", StringComparison.Ordinal))
                    {
                        _stated.Add(Stem.Of(token.Norm));
                    }

                    if (name is "practice" or "preferred_name" or "clinician" or "new_clinician" or "signer" or "caregiver.name" || name.EndsWith("safe_name", StringComparison.Ordinal))
                    {
                        _nameParts.Add(token.Norm);
                        if (name.Contains("clinician", StringComparison.Ordinal))
                        {
                            _clinicians.Add(token.Norm);
                        }
                    }

                    if (token.Capital && !isGuarded)
                    {
                        _capitals.Add(token.Norm);
                    }

                    break;
            }
        }

        AddWeekdays(passage);
        foreach (var mention in MentionReader.Read(passage, Today))
        {
            AddMention(name, role, mention);
        }
    }

    private void AddMention(string name, Role role, Mention mention)
    {
        switch (mention)
        {
            case Mention.Clock clock:
                Dated.Add(new(role, null, new TimeOnly((clock.Half is HalfOfDay.Pm ? 12 : 0) + (clock.Hour > 12 ? clock.Hour - 12 : clock.Hour % 12), clock.Minute), clock.Half));
                break;
            case Mention.Day day when Year() is { } year:
                Dated.AddRange(Enumerable.Range(0, 400).Select(i => year.AddDays(i)).Where(day.Fits).Take(2).Select(date => new DatedFact(role, date, null)));
                break;
            case Mention.Month month:
                Months.Add(new(month.Year ?? 0, month.Number));
                break;
            case Mention.Amount amount:
                Amounts.Add(new(amount.Value, amount.Unit, amount.IsMoney, name));
                break;
            default:
                break;
        }
    }

    // "Mon-Fri" holds the days between, too.
    private void AddWeekdays(Passage passage)
    {
        DayOfWeek? before = null;
        for (var i = 0; i < passage.Count; i++)
        {
            if (CalendarWords.Weekday(passage[i]) is not { } weekday)
            {
                before = passage[i].Norm is "to" or "through" or "a" or "al" ? before : null;
                continue;
            }

            for (var day = before ?? weekday; day != weekday; day = (DayOfWeek)(((int)day + 1) % 7))
            {
                Weekdays.Add(day);
            }

            Weekdays.Add(weekday);
            before = i + 1 < passage.Count && (passage[i + 1].Gap is Gap.Hyphen or Gap.Dash || passage[i + 1].Norm is "to" or "through" or "a" or "al") ? weekday : null;
        }
    }

    private DateOnly? Year() => Today?.AddDays(-7);
}
