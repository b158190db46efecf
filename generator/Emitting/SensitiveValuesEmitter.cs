using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The static class that lists the sensitive values of a structure or union in a request.</summary>
internal static class SensitiveValuesEmitter
{
    public static void Write(CodeFile file, StructurePlan plan)
    {
        if (!plan.ListsSensitiveValues)
        {
            return;
        }

        CodeWriter code = file.Code;
        using (code.Block($"internal static class {plan.Name}SensitiveValues"))
        using (code.Block($"public static void Add({plan.Name} value, SensitiveValues values)"))
        {
            if (plan.IsUnion)
            {
                WriteCases(code, plan);
            }
            else
            {
                WriteMembers(file, plan);
            }
        }
    }

    private static void WriteMembers(CodeFile file, StructurePlan plan)
    {
        foreach (MemberPlan member in plan.Members)
        {
            string value = "value." + member.PropertyName;
            bool isSensitive = plan.IsSensitive || member.IsSensitive;
            if (Statement(member.Type, value, isSensitive, member.IsNullable) is { } statement)
            {
                file.UsesDeprecated |= member.Obsolete is not null;
                file.Code.Line(statement);
            }
        }
    }

    private static void WriteCases(CodeWriter code, StructurePlan plan)
    {
        using (code.Block("switch (value)"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                string value = member.LocalName + ".Value";
                bool isSensitive = plan.IsSensitive || member.IsSensitive;
                if (Statement(member.Type, value, isSensitive, isNullable: false) is { } statement)
                {
                    code.Line($"case {plan.Name}.{member.PropertyName} {member.LocalName}:");
                    using (code.Indented())
                    {
                        code.Line(statement);
                        code.Line("break;");
                    }
                }
            }
        }
    }

    /// <summary>A statement that adds what is sensitive in a value; null when nothing is, or nothing that an error could repeat.</summary>
    private static string? Statement(TypePlan type, string value, bool isSensitive, bool isNullable) =>
        type switch
        {
            EnumType when isSensitive => $"values.Add({value}{(isNullable ? "?" : "")}.Value);",
            StringType or NumberType or TimestampType or BlobType or DocumentType when isSensitive =>
                $"values.Add({value});",
            ShapeType { HoldsSensitive: true } => $"values.AddNested({value}, {type.Name}SensitiveValues.Add);",
            ListType list when Adder(list.Item, list.Sparse, isSensitive) is { } adder =>
                $"values.AddItems({value}, {adder});",
            MapType map when Adder(map.Value, map.Sparse, isSensitive) is { } adder => isSensitive && map.HasSecretKeys
                ? $"values.AddEntries({value}, {adder});"
                : $"values.AddItems({value}{(isNullable ? "?" : "")}.Values, {adder});",
            MapType { HasSecretKeys: true } when isSensitive =>
                $"values.AddItems({value}{(isNullable ? "?" : "")}.Keys, static (string item, SensitiveValues values) => values.Add(item));",
            _ => null,
        };

    /// <summary>A lambda that adds what is sensitive in an item.</summary>
    private static string? Adder(TypePlan type, bool isSparse, bool isSensitive) =>
        Statement(type, "item", isSensitive, isNullable: isSparse) is { } statement
            ? $"static ({type.Name}{(isSparse ? "?" : "")} item, SensitiveValues values) => {statement.TrimEnd(';')}"
            : null;
}
