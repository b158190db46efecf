using System.Globalization;
using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The static class that checks what a model asks of a structure or union in a request.</summary>
internal static class ValidationEmitter
{
    public static void Write(CodeFile file, StructurePlan plan)
    {
        if (!plan.IsValidated)
        {
            return;
        }

        CodeWriter code = file.Code;
        using (code.Block($"internal static class {plan.Name}Validation"))
        using (code.Block($"public static void Validate({plan.Name} value, ref ValidationErrors errors)"))
        {
            if (plan.IsUnion)
            {
                WriteCases(code, plan);
            }
            else
            {
                foreach (MemberPlan member in plan.Members)
                {
                    WriteMember(file, member);
                }
            }
        }
    }

    private static void WriteCases(CodeWriter code, StructurePlan plan)
    {
        using (code.Block("switch (value)"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                string name = Literals.String(member.PropertyName);
                List<string> checks = ItemChecks(member.Type, name, member.LocalName + ".Value").ToList();
                if (checks.Count > 0)
                {
                    WriteCase(code, $"{plan.Name}.{member.PropertyName} {member.LocalName}", checks);
                }
            }

            WriteCase(code, $"{plan.Name}.Unknown", [$"errors.UnknownCase(\"{plan.Name}\");"]);
        }
    }

    private static void WriteCase(CodeWriter code, string pattern, IEnumerable<string> statements)
    {
        code.Line($"case {pattern}:");
        using (code.Indented())
        {
            foreach (string statement in statements)
            {
                code.Line(statement);
            }

            code.Line("break;");
        }
    }

    private static void WriteMember(CodeFile file, MemberPlan member)
    {
        string name = Literals.String(member.PropertyName);
        string value = "value." + member.PropertyName;
        foreach (string check in MemberChecks(member, name, value).Concat(Checks(member.Type, name, value)))
        {
            file.UsesDeprecated |= member.Obsolete is not null;
            file.Code.Line(check);
        }
    }

    private static IEnumerable<string> MemberChecks(MemberPlan member, string name, string value)
    {
        string text =
            member.Type is not EnumType ? value
            : member.IsNullable ? value + "?.Value"
            : value + ".Value";
        if (member.IsRequired && (member.Type is EnumType || !member.Type.IsValueType))
        {
            yield return $"errors.Required({name}, {text});";
        }

        if (member.IsHostLabel)
        {
            yield return $"errors.HostLabel({name}, {text});";
        }
        else if (member is { IsPathLabel: true, Type: StringType or EnumType })
        {
            yield return $"errors.PathLabel({name}, {text});";
        }
    }

    /// <summary>Statements that check a value that has to be there: an enum's default is none.</summary>
    private static IEnumerable<string> ItemChecks(TypePlan type, string name, string value) =>
        type is EnumType ? [$"errors.Required({name}, {value}.Value);"] : Checks(type, name, value);

    /// <summary>Statements that check a value, which may be null.</summary>
    private static IEnumerable<string> Checks(TypePlan type, string name, string value)
    {
        switch (type)
        {
            case StringType { MinLength: > 0 and long minimum }:
                yield return $"errors.MinLength({name}, {value}, {minimum});";
                break;
            case NumberType { Minimum: { } minimum }:
                yield return $"errors.Minimum({name}, {value}, {minimum.ToString(CultureInfo.InvariantCulture)});";
                break;
            case BlobType { MinLength: > 0 and long minimum }:
                yield return $"errors.MinLength({name}, {value}, {minimum});";
                break;
            case DocumentType:
                yield return $"errors.Document({name}, {value});";
                break;
            case StreamType { RequiresLength: true }:
                yield return $"errors.KnownLength({name}, {value});";
                break;
            case ListType { MinLength: > 0 and long minimum }:
                yield return $"errors.MinCount({name}, {value}, {minimum});";
                break;
            case MapType { MinLength: > 0 and long minimum }:
                yield return $"errors.MinCount({name}, {value}, {minimum});";
                break;
        }

        switch (type)
        {
            case ListType list when Validator(list.Item, list.Sparse) is { } validator:
                yield return $"errors.Items({name}, {value}, {validator});";
                break;
            case MapType map when Validator(map.Value, map.Sparse) is { } validator:
                string secrecy = map.HasSecretKeys ? ", areKeysSecret: true" : "";
                yield return $"errors.Entries({name}, {value}, {validator}{secrecy});";
                break;
            case ShapeType { IsValidated: true }:
                yield return $"errors.Nested({name}, {value}, {type.Name}Validation.Validate);";
                break;
        }
    }

    /// <summary>A method or lambda that checks a value of the type, nulls aside; null when there is nothing to check.</summary>
    /// <param name="isSparse">The value stands among nulls.</param>
    private static string? Validator(TypePlan type, bool isSparse)
    {
        string parameters = $"({type.Name}{(isSparse ? "?" : "")} item, ref ValidationErrors errors)";
        if (type is ShapeType shape)
        {
            string method = shape.Name + "Validation.Validate";
            return !shape.IsValidated ? null
                : isSparse ? $"static {parameters} => {method}(item!, ref errors)"
                : method;
        }

        string checks = string.Join(" ", isSparse ? Checks(type, "\"\"", "item") : ItemChecks(type, "\"\"", "item"));
        return checks.Length == 0 ? null : $"static {parameters} => {{ {checks} }}";
    }
}
