using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>The method that writes an operation's input as a request.</summary>
internal static class RequestEmitter
{
    public static void Write(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        StructurePlan input = operation.Input;
        using (code.Block($"public override void WriteRequest({input.Name} request, RequestWriter http)"))
        {
            foreach (MemberPlan member in input.Members.Where(static member => member.IsIdempotencyToken))
            {
                using (code.Block($"if (request.{member.PropertyName} is null)"))
                {
                    code.Line($"request = request with {{ {member.PropertyName} = http.IdempotencyToken() }};");
                }
            }

            WriteHostPrefix(code, operation);
            WriteTarget(file, operation);
            foreach (MemberPlan member in input.Members)
            {
                WriteBinding(file, member);
            }

            WriteBody(file, operation);
        }
    }

    private static void WriteHostPrefix(CodeWriter code, OperationPlan operation)
    {
        foreach (UriSegment segment in operation.Model.HostPrefix)
        {
            code.Line($"http.HostPrefix({HostText(segment, operation.Input)});");
        }
    }

    private static string HostText(UriSegment segment, StructurePlan input)
    {
        if (!segment.IsLabel)
        {
            return Literals.String(segment.Text);
        }

        MemberPlan member = input.Members.First(member => member.ModelName == segment.Text);
        return Text(member.Type, "request." + member.PropertyName);
    }

    private static void WriteTarget(CodeFile file, OperationPlan operation)
    {
        UriPattern uri = operation.Model.Uri;
        IReadOnlyList<MemberPlan> members = operation.Input.Members;
        bool isConstant =
            uri.Path.All(static segment => !segment.IsLabel)
            && members.All(static member => member.Location != MemberLocation.Query);
        if (isConstant)
        {
            file.Code.Line($"http.Target({Literals.String(uri.ToText())});");
            return;
        }

        foreach (UriSegment segment in uri.Path)
        {
            WriteSegment(file, segment, members);
        }

        foreach (QueryLiteral literal in uri.Query)
        {
            string value = literal.Value is null ? "" : ", " + Literals.String(literal.Value);
            file.Code.Line($"http.Query({Literals.String(literal.Name)}{value});");
        }

        // Named members win over a map that holds the same name, so the map comes last.
        foreach (
            MemberPlan member in members
                .Where(static member => member.Location == MemberLocation.Query)
                .OrderBy(static member => member.Type is MapType)
        )
        {
            WriteQuery(file, member);
        }
    }

    private static void WriteSegment(CodeFile file, UriSegment segment, IReadOnlyList<MemberPlan> members)
    {
        if (!segment.IsLabel)
        {
            file.Code.Line($"http.Path({Literals.String(segment.Text)});");
            return;
        }

        MemberPlan member = members.First(member =>
            member.Location == MemberLocation.Label && member.WireName == segment.Text
        );
        file.UsesDeprecated |= member.Deprecated is not null;
        string method = segment.IsGreedy ? "GreedyLabel" : "Label";
        file.Code.Line($"http.{method}({Text(member.Type, "request." + member.PropertyName)});");
    }

    private static void WriteQuery(CodeFile file, MemberPlan member)
    {
        file.UsesDeprecated |= member.Deprecated is not null;
        string value = "request." + member.PropertyName;
        file.Code.Line(
            member.Type is MapType
                ? $"http.QueryMap({value});"
                : $"http.Query({Literals.String(member.WireName)}, {OptionalText(member, value)});"
        );
    }

    private static void WriteBinding(CodeFile file, MemberPlan member)
    {
        string value = "request." + member.PropertyName;
        string name = Literals.String(member.WireName);
        switch (member.Location)
        {
            case MemberLocation.Header:
                file.UsesDeprecated |= member.Deprecated is not null;
                file.Code.Line($"http.Header({name}, {OptionalText(member, value)});");
                break;
            case MemberLocation.PrefixHeaders:
                file.UsesDeprecated |= member.Deprecated is not null;
                file.Code.Line($"http.PrefixHeaders({name}, {value});");
                break;
        }
    }

    private static void WriteBody(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        StructurePlan input = operation.Input;
        if (operation.SentEvents is { Type: EventStreamType { Event: { } item } } events)
        {
            code.Line(
                $"http.Events({Literals.String(operation.Model.Name)}, request.{events.PropertyName}, {item.Name}Events.Write, {item.Name}Validation.Validate);"
            );
        }
        else if (input.Payload is { } payload)
        {
            WritePayload(code, payload);
        }
        else if (input.IsPureJson)
        {
            code.Line($"{input.Name}Json.Write(http.Json(), request);");
        }
        else
        {
            List<MemberPlan> body = input
                .Members.Where(static member => member.Location == MemberLocation.Body)
                .ToList();
            if (body.Count > 0)
            {
                code.Line("Utf8JsonWriter json = http.Json();");
                code.Line("json.WriteStartObject();");
                JsonWriterEmitter.WriteMembers(file, body, "request");
                code.Line("json.WriteEndObject();");
            }
        }
    }

    private static void WritePayload(CodeWriter code, MemberPlan payload)
    {
        string value = "request." + payload.PropertyName;
        switch (payload.Type)
        {
            case BlobType or StreamType:
                code.Line($"http.Body({value}, \"application/octet-stream\");");
                break;
            case StringType:
                code.Line($"http.Body({value}, \"text/plain\");");
                break;
            case EnumType:
                code.Line($"http.Body({value}{(payload.IsNullable ? "?" : "")}.Value, \"text/plain\");");
                break;
            default:
                WriteJsonPayload(code, payload, value);
                break;
        }
    }

    private static void WriteJsonPayload(CodeWriter code, MemberPlan payload, string value)
    {
        if (!payload.IsNullable)
        {
            code.Line("Utf8JsonWriter json = http.Json();");
            JsonWriterEmitter.WriteValue(code, payload.Type, value);
            return;
        }

        using (code.Block($"if ({value} is {{ }} {payload.LocalName})"))
        {
            code.Line("Utf8JsonWriter json = http.Json();");
            JsonWriterEmitter.WriteValue(code, payload.Type, payload.LocalName);
        }

        if (payload.Type is ShapeType { IsUnion: false })
        {
            using (code.Block("else"))
            {
                code.Line("http.EmptyObject();");
            }
        }
    }

    /// <summary>An expression for the text of a member, null when it is.</summary>
    private static string OptionalText(MemberPlan member, string value)
    {
        switch (member.Type)
        {
            case StringType when member.HoldsJson && member.Location == MemberLocation.Header:
                return member.IsNullable
                    ? $"{value} is {{ }} {member.LocalName} ? BindingText.Base64OfText({member.LocalName}) : null"
                    : $"BindingText.Base64OfText({value})";
            case StringType:
                return value;
            case EnumType:
                return $"{value}{(member.IsNullable ? "?" : "")}.Value";
            case ListType { Item: StringType, Sparse: false } when member.Location == MemberLocation.Query:
                return value;
            case ListType list:
                string text = Text(list.Item, "item");
                text =
                    list.Item is StringType or EnumType && member.Location == MemberLocation.Header
                        ? $"BindingText.ListItem({text})"
                        : text;
                return $"{value}{(member.IsNullable ? "?" : "")}.Select(static item => {text})";
            default:
                return member.IsNullable
                    ? $"{value} is {{ }} {member.LocalName} ? {Text(member.Type, member.LocalName)} : null"
                    : Text(member.Type, value);
        }
    }

    private static string Text(TypePlan type, string value) =>
        type switch
        {
            StringType => value,
            EnumType => value + ".Value",
            TimestampType { Format: TimestampFormat.HttpDate } => $"Timestamps.ToHttpDate({value})",
            TimestampType { Format: TimestampFormat.DateTime } => $"Timestamps.ToDateTime({value})",
            TimestampType => $"Timestamps.ToEpochSeconds({value})",
            _ => $"BindingText.Of({value})",
        };
}
