using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>Code that writes events as messages.</summary>
internal static class EventWriterEmitter
{
    private const string Json = "application/json";

    public static void WriteWrite(CodeWriter code, StructurePlan plan, Dictionary<string, StructurePlan> structures)
    {
        using (code.Block($"public static void Write({plan.Name} value, EventWriter message)"))
        using (code.Block("switch (value)"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                code.Line($"case {plan.Name}.{member.PropertyName} {member.LocalName}:");
                using (code.Indented())
                {
                    WriteCase(code, member, structures[member.Type.Name]);
                    code.Line("break;");
                }
            }
        }
    }

    private static void WriteCase(CodeWriter code, MemberPlan member, StructurePlan target)
    {
        string? contentType = ContentType(target);
        string type = contentType is null ? "null" : Literals.String(contentType);
        code.Line($"message.Event({Literals.String(member.WireName)}, {type});");
        code.Line(
            target.IsBoundEvent
                ? $"Write{member.PropertyName}({member.LocalName}.Value, message);"
                : $"{target.Name}Json.Write(message.Json(), {member.LocalName}.Value);"
        );
    }

    /// <summary>The media type of an event's payload; null when all of it is in the headers.</summary>
    private static string? ContentType(StructurePlan target) =>
        target.Members.FirstOrDefault(static member => member.IsEventPayload)?.Type switch
        {
            BlobType => "application/octet-stream",
            StringType => "text/plain",
            null when target.IsBoundEvent && target.Members.All(static member => member.IsEventHeader) => null,
            _ => Json,
        };

    /// <summary>The method for an event some of whose members are headers of the message, or its payload.</summary>
    public static void WriteWriteBound(CodeFile file, MemberPlan member, StructurePlan target)
    {
        CodeWriter code = file.Code;
        using (code.Block($"private static void Write{member.PropertyName}({target.Name} value, EventWriter message)"))
        {
            List<MemberPlan> body = [];
            foreach (MemberPlan part in target.Members)
            {
                file.UsesDeprecated |= part.Deprecated is not null;
                if (part.IsEventHeader)
                {
                    code.Line($"message.Header({Literals.String(part.WireName)}, {Header(part)});");
                }
                else if (part.IsEventPayload)
                {
                    WritePayload(code, part);
                }
                else
                {
                    body.Add(part);
                }
            }

            if (body.Count > 0)
            {
                code.Line("Utf8JsonWriter json = message.Json();");
                code.Line("json.WriteStartObject();");
                JsonWriterEmitter.WriteMembers(file, body, "value");
                code.Line("json.WriteEndObject();");
            }
        }
    }

    private static string Header(MemberPlan member) =>
        $"value.{member.PropertyName}{(member.Type is not EnumType ? "" : member.IsNullable ? "?.Value" : ".Value")}";

    private static void WritePayload(CodeWriter code, MemberPlan member)
    {
        string value = "value." + member.PropertyName;
        if (member.Type is BlobType or StringType)
        {
            code.Line($"message.Payload({value});");
        }
        else if (member.IsNullable)
        {
            using (code.Block($"if ({value} is {{ }} {member.LocalName})"))
            {
                code.Line("Utf8JsonWriter json = message.Json();");
                JsonWriterEmitter.WriteValue(code, member.Type, member.LocalName);
            }
        }
        else
        {
            code.Line("Utf8JsonWriter json = message.Json();");
            JsonWriterEmitter.WriteValue(code, member.Type, value);
        }
    }
}
